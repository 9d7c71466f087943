# What one does often; each target is a script that can be called by itself. `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test lint tsan simulate chaos fuzz hostile bench bench-segment bench-extract bench-warc bench-stance docs install clean

PREFIX ?= /usr/local

help: ## list the targets
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1	\2/p' Makefile | expand -t 24

run: ## build and analyse an op-ed; ARTICLE=path for another
	@scripts/run $${ARTICLE:+"$$ARTICLE"}

test: ## build and run all tests, and hold documents and schemas together
	@scripts/test

lint: ## check the formatting of code and scripts
	@scripts/lint

tsan: ## run the tests of threaded code under ThreadSanitizer
	@scripts/tsan

simulate: ## play the queue against faults; SEEDS=count, FIRST=seed, or SEED=one
	@scripts/simulate $${SEEDS:+--seeds "$$SEEDS"} $${FIRST:+--first "$$FIRST"} $${SEED:+--seed "$$SEED"} $(ARGS)

bench: ## measure; ARGS="..." is passed on
	@scripts/bench $(ARGS)

chaos: ## kill, stop, cut off and damage a running pipeline, then check its books; KILLS=100 for less, SEED= to replay
	@scripts/chaos $(if $(KILLS),--kills $(KILLS)) $(if $(COPIES),--copies $(COPIES)) $(if $(SEED),--seed $(SEED)) $(ARGS)

fuzz: ## look for inputs that crash, hang or break a rule; ARGS="DOOR SECONDS" (default: all 600)
	@scripts/fuzz $(ARGS)

hostile: ## attack real processes: a million connections in a row, and hostile bodies of megabytes
	@scripts/hostile $(ARGS)

bench-segment: ## measure the sentence segmenter beside others; ARGS="--data GOLD.jsonl", "linear" or "blocks GOLD.jsonl"
	@scripts/bench-segment $(ARGS)

bench-warc: ## measure the reading of a web archive of 1 GB: time and memory
	@scripts/bench-warc $(ARGS)

bench-stance: ## measure the stance model beside ONNX Runtime; ARGS="--model base --runs 9"
	@scripts/bench-stance $(ARGS)

bench-extract: ## measure article extraction beside others; ARGS="--data GOLD.jsonl"
	@scripts/bench-extract $(ARGS)

docs: ## build the DocC pages into .build/docs
	@scripts/docs

install: ## build and install under PREFIX (/usr/local)
	@scripts/install "$(PREFIX)"

clean: ## delete everything that was built
	rm -rf .build .build-* Benchmarks/.build
