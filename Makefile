# jxmb: every verb in one line; `make` alone lists them.
GO         ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
REFERENCE   = fixtures/reference/遵化市委政法委.docx
FUZZTIME   ?= 10s
FUZZMEMORY ?= 6291456
BENCH      ?= .
MUTANTS    ?= 60
SEED       ?= 1
VERSION    ?= 0.0.0
BESIDE     ?= $(shell expr 2 + $$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2))
GORELEASER ?= $(GO) run github.com/goreleaser/goreleaser/v2@v2.16.0
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo build test beam bench fuzz mutate golden fonts notice lint race check \
	pages image release-snapshot release-test

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 18

demo: build ## build, then convert the reference document into out/
	bin/jxmb convert $(REFERENCE) -o out -t json,ndjson,xlsx,pdf --force

build: ## build bin/jxmb, one static file
	CGO_ENABLED=0 $(GO) build -trimpath -o bin/jxmb ./cmd/jxmb

# -w leaves debug tables out, so that linking takes two thirds of the time. A third of what
# the tests take is collecting garbage of small documents, most of which GOGC leaves; those
# that hold the memory of a process to a limit set it back. With no path of a folder in
# them, packages compiled in one checkout serve the next: a fresh clone compiles only what
# the cache does not have. `make lint` vets.
# Without C, as `make build` builds: both compile the same packages.
# A package whose tests wait, for a disk or for a time limit, leaves its core to two more.
test: ## run the tests (Go alone; tests of outside programs run where those are installed)
	CGO_ENABLED=0 GOGC=400 $(GO) test -p $(BESIDE) -trimpath -vet=off -ldflags=-s ./...

beam: ## build, vet, check and test cmd/jxmb-beam, the pipeline of Apache Beam, a module of its own
	cd cmd/jxmb-beam && $(GO) vet ./... && $(GO) run $(STATICCHECK) ./... && $(GO) mod tidy -diff && $(GO) test -ldflags=-s ./...

race: ## run the tests with the race detector
	$(GO) test -ldflags=-w -race ./...

bench: ## measure the hot path and, where installed, its peers; BENCH=regexp narrows it
	$(GO) test -run '^$$' -bench '$(BENCH)' -benchmem ./...

fuzz: ## run every fuzz test for FUZZTIME (10s), each process within FUZZMEMORY KiB of addresses (6 GiB)
	@ulimit -v $(FUZZMEMORY) 2>/dev/null; export GOMEMLIMIT=1GiB; \
	grep -ro --include='*_test.go' '^func Fuzz[A-Za-z0-9]*' . | sed 's,/[^/]*:func , ,' | sort | while read -r p f; do \
	  echo "fuzz $$p $$f"; \
	  $(GO) test -run '^$$' -fuzz "^$$f$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$p || exit 1; \
	done

mutate: ## change the program in MUTANTS (60) ways a target and see which no test notices; TARGETS="value form", SEED
	$(GO) run ./fixtures/mutate -n $(MUTANTS) -seed $(SEED) -least 80 $(TARGETS)

golden: ## rebuild the fixtures and the expected outputs; read the diff
	$(GO) run ./fixtures/build
	$(GO) test ./fixtures/layouts ./parser/form ./model/check ./render/flat ./render/pdf ./render/xlsx ./cmd/jxmb -update

fonts: ## rebuild the PDF fonts (needs npm and fonttools)
	sh render/font/build.sh

notice: ## rewrite cmd/jxmb/thirdparty.txt from the licences of what is linked
	$(GO) run ./fixtures/notice

pages: ## the program as a release has it, manual pages and completions, into out/pages
	GO="$(GO)" .release/pages "$(VERSION)" "$(SOURCE_DATE_EPOCH)"

image: pages ## a container image of the program alone (docker, podman or buildah)
	GO="$(GO)" .release/image

release-snapshot: ## archives, Debian packages, sums, lists of parts for every system, into out/release
	$(GORELEASER) release --snapshot --clean

release-test: ## the release twice from two folders, its package in a Debian root, its image (root, debootstrap, buildah)
	GO="$(GO)" .release/test

lint: ## gofmt, vet, staticcheck, tidy go.mod
	@test -z "$$(gofmt -l .)" || { gofmt -l .; exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) mod tidy -diff

check: lint test race ## all that a change must pass
