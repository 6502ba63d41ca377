# What there is to do here: `make help`.

GO ?= go
# How long `make fuzz-smoke` tries each fuzz target; minutes find more.
FUZZTIME ?= 3s

.PHONY: help
help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

.PHONY: test
test: ## vet and all tests
	$(GO) vet ./...
	$(GO) test ./...

.PHONY: build
build: ## build ./srmlint
	CGO_ENABLED=0 $(GO) build -trimpath -o srmlint ./cmd/srmlint

.PHONY: bench
bench: ## time and memory on plans of 1, 10 and 100 MB, and on configurations, with their floors (BENCH_MB=1,10,100,1000 BENCH_BLOCKS=10,1000)
	@bin=$$(mktemp -d) && trap 'rm -rf "$$bin"' EXIT && $(GO) build -o "$$bin/srmlint" ./cmd/srmlint && \
	$(GO) run ./internal/bench/table -srmlint "$$bin/srmlint" -mb $(BENCH_MB) -blocks $(BENCH_BLOCKS)

# Sizes of the plans that `make bench` makes, in MB.
BENCH_MB ?= 1,10,100

# Sizes of the configurations, in blocks.
BENCH_BLOCKS ?= 10,100,1000,10000

.PHONY: benchmarks
benchmarks: ## all Go benchmarks, once over
	$(GO) test -run '^$$' -bench . -benchmem ./...

.PHONY: cover
cover: ## test coverage by function, in cover.out
	$(GO) test -coverpkg=./internal/... -coverprofile=cover.out ./...
	$(GO) tool cover -func=cover.out | tail -1

.PHONY: race
race: ## all tests with the race detector
	$(GO) test -race ./...

.PHONY: lint
lint: ## formatting, and golangci-lint where it is installed
	@bad=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$bad" ]; then echo "not gofmt-ed:"; echo "$$bad"; exit 1; fi
	@if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: only formatting was looked at"; fi

.PHONY: generate
generate: ## rewrite what is made from the rules: pages of docs/, rules/columns.txt
	$(GO) test ./internal/docgen ./rules -update

.PHONY: update
update: ## rewrite golden files and the expected output of scripts
	$(GO) test ./internal/report ./internal/catalogue ./internal/docgen ./rules ./cmd/srmlint -update

.PHONY: fuzz-smoke
fuzz-smoke: ## every fuzz target for $(FUZZTIME)
	@for package in $$(grep -rl --include='*_test.go' '^func Fuzz' . | xargs -n1 dirname | sort -u); do \
		for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz'); do \
			echo "$$package $$target"; \
			$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 20x $$package || exit 1; \
		done; \
	done

.PHONY: clean
clean: ## remove what the targets above make
	rm -f srmlint cover.out

include e2e.mk packaging.mk security.mk
