# What packages of srmlint hold beside the binary. See .goreleaser.yaml.

.PHONY: man
man: ## man pages, in dist-docs/man
	$(GO) run ./internal/mangen man dist-docs/man

.PHONY: completions
completions: ## completions for bash, zsh, fish and PowerShell, in dist-docs/completions
	$(GO) run ./internal/mangen completions dist-docs/completions
