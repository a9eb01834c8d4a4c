# The targets of ocoprint. `make run` and `make test` are all a newcomer needs.
export CGO_ENABLED = 0
GO      ?= go
AS_OF   ?= 2023-12-19
BIN     := bin/ocoprint
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -s -w -X main.version=$(VERSION)

.DEFAULT_GOAL := help
.PHONY: help build run demo test check bench golden fuzz faults release clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

build: ## build bin/ocoprint
	$(GO) build -ldflags "$(LDFLAGS)" -o $(BIN) ./cmd/ocoprint

run: build ## the main job on the shipped sample: certificates and papers in ket-qua-mau/
	$(BIN) run samples/mau-phu-luc.xlsx --plan samples/mau-ke-hoach.toml \
	  --register ket-qua-mau/so-cap --out ket-qua-mau --as-of $(AS_OF)

demo: build ## a throw-away office with sample data in the browser
	$(BIN) demo

test: ## install what the tests need where that is allowed, then run them all
	@sh internal/tools/setup.sh
	@sh internal/tools/test.sh

check: ## gofmt, vet, staticcheck, deadcode
	@test -z "$$(gofmt -l cmd internal fonts templates samples)" || { gofmt -l cmd internal fonts templates samples; exit 1; }
	$(GO) vet ./...
	$(GO) tool -modfile=internal/tools/go.mod staticcheck ./...
	$(GO) tool -modfile=internal/tools/go.mod deadcode -test ./...
	GOOS=windows $(GO) build -o /dev/null ./cmd/ocoprint

bench: ## speed and memory, as ratios within one run
	@sh internal/tools/bench.sh

golden: ## write the golden files anew; then read the diff
	$(GO) test ./internal/papers ./internal/layout ./internal/seal -update

fuzz: ## every fuzz test for FUZZTIME each
	@sh internal/tools/fuzz.sh $${FUZZTIME:-1m}

faults: ## the full fault harness (root, strace and loop devices for all of it)
	OCOPRINT_FAULTS=full $(GO) test -count=1 -timeout 6h -v ./internal/faults/...

release: ## reproducible Windows and Linux binaries with checksums and an SBOM in dist/
	@VERSION=$(VERSION) sh internal/tools/release.sh

clean: ## remove what the targets made
	rm -rf bin dist ket-qua-mau
