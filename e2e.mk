# Real terraform and real tofu in the tests: see internal/e2e.

# Where `make e2e-tools` puts engines; the tests look here and on PATH.
SRMLINT_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/srmlint-tools

.PHONY: e2e
e2e: ## tests against real terraform and tofu, with those that are found
	SRMLINT_TOOLS="$(SRMLINT_TOOLS)" $(GO) test -tags e2e -timeout 30m ./internal/e2e

.PHONY: e2e-tools
e2e-tools: $(SRMLINT_TOOLS)/terraform-1.5.7/terraform $(SRMLINT_TOOLS)/tofu-1.6.3/tofu ## build other engines for e2e (5 to 10 minutes each)

# Versions that build from the Go module proxy. Later ones have replace
# directives, which `go install` refuses.
$(SRMLINT_TOOLS)/terraform-%/terraform:
	GOBIN="$(@D)" GOFLAGS= nice -n 19 $(GO) install -trimpath github.com/hashicorp/terraform@v$*

$(SRMLINT_TOOLS)/tofu-%/tofu:
	GOBIN="$(@D)" GOFLAGS= nice -n 19 $(GO) install -trimpath github.com/opentofu/opentofu/cmd/tofu@v$*
