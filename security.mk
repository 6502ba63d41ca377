# Supply chain and what the program promises about itself: see docs/trust.md.

GOVULNCHECK ?= golang.org/x/vuln/cmd/govulncheck@v1.9.0
CYCLONEDX ?= github.com/CycloneDX/cyclonedx-gomod/cmd/cyclonedx-gomod@v1.10.0

.PHONY: security
security: verify licences promises reproducible vulnerabilities ## what guards against hostile input and a bad supply chain

.PHONY: verify
verify: ## modules are those that go.sum names
	$(GO) mod verify

.PHONY: licences
licences: ## licences of all modules, against the list of those allowed
	$(GO) test -count=1 -run TestLicences ./internal/trust

.PHONY: promises
promises: ## no secret printed, nothing read outside, no network, no name that is an instruction
	$(GO) test -timeout 20m ./internal/trust ./internal/confine ./internal/nesting ./internal/terminal

.PHONY: mutation
mutation: ## each condition of each rule changed: some case must fail
	$(GO) test -count=1 -v -run TestNoMutantSurvives ./internal/mutate | grep -v '^ *\(===\|--- PASS\)'

.PHONY: reproducible
reproducible: ## the same binary from two directories
	@set -e; a=$$(mktemp -d); b=$$(mktemp -d); trap 'rm -rf "$$a" "$$b"' EXIT; \
	for dir in "$$a" "$$b/elsewhere"; do \
		mkdir -p "$$dir"; git archive HEAD | tar -xf - -C "$$dir"; \
		(cd "$$dir" && CGO_ENABLED=0 $(GO) build -trimpath -buildvcs=false -ldflags '-s -w -buildid=' -o srmlint ./cmd/srmlint); \
	done; \
	cmp "$$a/srmlint" "$$b/elsewhere/srmlint" && (cd "$$a" && sha256sum srmlint)

# Vulnerabilities and the tools need the network: without it this says so and
# goes on, for nothing is known then, neither good nor bad.
.PHONY: vulnerabilities
vulnerabilities: ## govulncheck, where its database can be reached
	@if ! out=$$($(GO) run $(GOVULNCHECK) ./cmd/srmlint 2>&1); then \
		case "$$out" in \
		*vuln.go.dev*|*"dial tcp"*|*"no such host"*|*"proxyconnect"*|*"connection refused"*|*"module lookup disabled"*) \
			printf '%s\nNOT CHECKED for known vulnerabilities: the database could not be reached.\n' "$$out" | tail -3 ;; \
		*) printf '%s\n' "$$out"; exit 1 ;; \
		esac; \
	else printf '%s\n' "$$out"; fi

.PHONY: sbom
sbom: ## bill of materials of the binary, in srmlint.cdx.json (CycloneDX)
	$(GO) run $(CYCLONEDX) app -json -licenses -main cmd/srmlint -output srmlint.cdx.json .
