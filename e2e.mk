# Real terraform and real tofu in the tests: see internal/e2e.

# Where `make e2e-tools` puts engines; the tests look here and on PATH.
SRMLINT_TOOLS ?= $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/srmlint-tools

.PHONY: e2e
e2e: ## tests against real terraform and tofu, with those that are found
	@ls -d $$(command -v terraform tofu) "$(SRMLINT_TOOLS)"/*/terraform "$(SRMLINT_TOOLS)"/*/tofu 2>/dev/null | sed 's/^/engine: /' | grep . || \
		echo "NOT TRIED against real plans: neither terraform nor tofu is here; \`make e2e-tools\` builds them"
	SRMLINT_TOOLS="$(SRMLINT_TOOLS)" $(GO) test -tags e2e -count=1 -timeout 30m ./internal/e2e

.PHONY: e2e-tools
e2e-tools: ## build other engines and an old real provider for e2e (5 to 10 minutes each)
e2e-tools: $(SRMLINT_TOOLS)/terraform-1.5.7/terraform $(SRMLINT_TOOLS)/tofu-1.6.3/tofu \
	$(SRMLINT_TOOLS)/provider-1.23.0/terraform-provider-digitalocean

# Versions that build from the Go module proxy. Later ones have replace
# directives, which `go install` refuses.
$(SRMLINT_TOOLS)/terraform-%/terraform:
	GOBIN="$(@D)" GOFLAGS= nice -n 19 $(GO) install -trimpath github.com/hashicorp/terraform@v$*

$(SRMLINT_TOOLS)/tofu-%/tofu:
	GOBIN="$(@D)" GOFLAGS= nice -n 19 $(GO) install -trimpath github.com/opentofu/opentofu/cmd/tofu@v$*

# The last version of the real provider that the Go module proxy has. It has
# replace directives too, so it is built from a copy.
$(SRMLINT_TOOLS)/provider-%/terraform-provider-digitalocean:
	mkdir -p "$(@D)"
	dir=$$($(GO) mod download -json github.com/digitalocean/terraform-provider-digitalocean@v$* | sed -n 's/.*"Dir": "\(.*\)".*/\1/p') && cp -R "$$dir" "$(@D)/source"
	chmod -R u+w "$(@D)/source" && rm -rf "$(@D)/source/vendor"
	cd "$(@D)/source" && GOFLAGS= nice -n 19 $(GO) build -mod=mod -trimpath -o ../terraform-provider-digitalocean .
	rm -rf "$(@D)/source"
