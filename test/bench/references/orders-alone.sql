-- Nothing but the orders, as small as they can be.
DROP TABLE lines;
VACUUM;
