# What one does often; each target is a script that can be called by itself. `make` lists them.
.DEFAULT_GOAL := help
.PHONY: help run test lint tsan bench bench-segment docs install clean

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

bench: ## measure; ARGS="..." is passed on
	@scripts/bench $(ARGS)

bench-segment: ## measure the sentence segmenter beside others; ARGS="--data GOLD.jsonl"
	@scripts/bench-segment $(ARGS)

docs: ## build the DocC pages into .build/docs
	@scripts/docs

install: ## build and install under PREFIX (/usr/local)
	@scripts/install "$(PREFIX)"

clean: ## delete everything that was built
	rm -rf .build .build-tsan .build-bench .build-docs .build-install .build-bench-segment .build-training Benchmarks/.build
