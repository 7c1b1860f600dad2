-- One table of the file's columns and the line's number, with the key an importer would need.
CREATE TABLE lines (
  invoice TEXT, code TEXT, description TEXT, quantity INTEGER, at TEXT, price TEXT, customer TEXT, country TEXT, row INTEGER
);
CREATE UNIQUE INDEX lines_key ON lines (invoice, code, quantity, row);
