import { bilingual } from '../core/values/lang.js'

/** Where the lines of `crm completion` belong. */
export const completionWords = bilingual(
  {
    bash: 'To have it always: crm completion bash >> ~/.bashrc, then open a new window.',
    zsh: 'To have it always: crm completion zsh >> ~/.zshrc (below compinit), then open a new window.',
    fish: 'To have it always: crm completion fish > ~/.config/fish/completions/crm.fish',
    powershell: 'To have it always: crm completion powershell | Add-Content $PROFILE, then open a new window.',
  },
  {
    bash: '一直使用：crm completion bash >> ~/.bashrc，然后打开新窗口。',
    zsh: '一直使用：crm completion zsh >> ~/.zshrc（写在 compinit 之后），然后打开新窗口。',
    fish: '一直使用：crm completion fish > ~/.config/fish/completions/crm.fish',
    powershell: '一直使用：crm completion powershell | Add-Content $PROFILE，然后打开新窗口。',
  },
)
