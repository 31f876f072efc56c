# Every command of the project. Each sets up first what it needs; where nothing is missing, that takes no time.
# An environment that exists keeps the Python that it was made with.
PYTHON ?= $(shell if [ -x .venv/bin/python ]; then echo .venv/bin/python; else echo python3; fi)
RUN := .venv/bin/python
NODE := .venv/bin/node

.PHONY: help setup serve build check import test test-engines test-clients quick lint new export schema bench bench-serve bench-fuzz bench-speech bench-voice bench-schedule bench-quiz bench-phone bench-presentation lock clean

help:  ## diese Übersicht
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-19s %s\n", $$1, $$2}' Makefile

serve: setup  ## die Seiten unter http://127.0.0.1:8000 zeigen, jede Änderung sofort (ARGS="--port 8080")
	@$(RUN) scripts/serve.py $(ARGS)

build: setup  ## die fertige Website nach site/ schreiben (ENGINE=zensical: mit Zensical)
	@$(RUN) scripts/build.py $(if $(ENGINE),--engine "$(ENGINE)") $(ARGS)

check: setup  ## alle Fallstudien prüfen, oder Abgaben (ARGS="--strict data/case-studies/dns.yml", FILE="abgaben/*.pptx")
	@$(RUN) scripts/check.py $(if $(FILE),"$(FILE)") $(if $(EXAM),--exam "$(EXAM)") $(ARGS)

new: setup  ## eine Fallstudie anfangen (ID=drucker-nach-update FOCUS=technology EXAM=…)
	@$(RUN) scripts/new.py $(if $(ID),"$(ID)") $(if $(FOCUS),--focus "$(FOCUS)") $(if $(EXAM),--exam "$(EXAM)") $(ARGS)

export: setup  ## eine Fallstudie oder Fragen für andere Programme schreiben (FORMAT=anki ID=dns ARGS="--out ordner")
	@$(RUN) scripts/export.py $(if $(FORMAT),"$(FORMAT)") $(ID) $(ARGS)

import: setup  ## Präsentationen und Texte als Entwürfe übernehmen (FILE=vortrag.pptx ARGS="--dry-run --images")
	@$(RUN) scripts/import.py $(if $(FILE),"$(FILE)") $(if $(EXAM),--exam "$(EXAM)") $(ARGS)

schema: setup  ## das JSON-Schema für die Editoren neu schreiben
	@$(RUN) scripts/schema.py $(ARGS)

bench: setup  ## messen, wie schnell Prüfung und Bau sind
	@$(RUN) bench/build.py $(ARGS)

bench-serve: setup  ## messen, wann ein Speichern zu sehen ist und was ein Bau danach kostet
	@$(RUN) bench/serve.py $(ARGS)

test: lint  ## Code, Typen und Verhalten prüfen, auch im Browser (ARGS="-k dauer" für einen Teil)
	$(RUN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

quick: lint  ## dasselbe ohne Browser und ohne lange Tests, in unter einer Minute
	$(RUN) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow" --ignore tests/browser $(ARGS)

test-engines:  ## die wichtigsten Wege in Firefox und WebKit gehen; holt beide aus Debians Paketen
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) scripts/browser.py --engines
	$(RUN) -m pytest tests/engines $(ARGS)

test-clients:  ## prüfen, was LibreOffice und Anki mit unseren Dateien machen; holt beide (ARGS=--golden schreibt die Dateien neu)
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) scripts/clients.py
	$(RUN) -m pytest tests/clients $(ARGS)

lint:  ## Stil, Typen und die Tests der Skripte im Browser, die keinen brauchen
	@$(PYTHON) scripts/setup.py --test
	$(RUN) -m ruff check .
	$(RUN) -m ruff format --check .
	$(RUN) -m mypy
	$(NODE) node_modules/typescript/bin/tsc --noEmit
	$(NODE) --test --test-concurrency=2 --test-reporter=dot $(wildcard tests/javascript/*.test.mjs tests/javascript/*/*.test.mjs)

setup:  ## einrichten, was fehlt (alle anderen Befehle tun es von selbst)
	@$(PYTHON) scripts/setup.py $(if $(ENGINE),--engine "$(ENGINE)")

bench-fuzz: setup  ## echte Dateien zufällig ändern: nichts bricht ab (ARGS="--count 1000")
	@$(RUN) bench/fuzz.py $(ARGS)

bench-speech: setup  ## messen, wie genau die Sprechzeit geschätzt wird (braucht die Aufnahmen)
	@$(RUN) bench/speech.py $(ARGS)

bench-voice: setup  ## messen, wie genau eine Aufnahme ausgewertet wird (braucht espeak-ng)
	@$(RUN) bench/voice.py $(ARGS)

bench-quiz:  ## messen, wie bald man auf einer Seite mit 2.000 Fragen antworten kann
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) bench/quiz.py $(ARGS)

bench-phone:  ## messen, wie lange ein Handy im Zug auf die Seiten wartet und was es lädt
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) scripts/build.py
	@$(RUN) bench/phone.py $(ARGS)

bench-presentation:  ## messen, wie bald ein Handy nach dem Wählen einer großen Präsentation bereit zum Schreiben ist
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) scripts/build.py
	@$(RUN) bench/presentation.py $(ARGS)

bench-schedule:  ## messen, ob der Übungsplan zur Prüfung hin mehr erreicht als FSRS allein (ARGS="--learners 100")
	@$(PYTHON) scripts/setup.py --test
	@$(RUN) bench/schedule.py $(ARGS)

lock: setup  ## die Pakete neu festschreiben (ARGS=--upgrade für neuere)
	@$(RUN) scripts/lock.py $(ARGS)

clean:  ## alles löschen, was sich neu erzeugen lässt, auch .venv und node_modules
	rm -rf .venv node_modules docs/javascripts/vendor site build .cache *.egg-info
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis
