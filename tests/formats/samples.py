"""One small file of each format, all of which say the same."""

from __future__ import annotations

SAMPLES = {
    "csv": 'source,target\nHola.,Hello.\n"Sí, claro.","Yes, of course."\n',
    "html": "<!doctype html>\n<p>Hello.</p>\n<p>Yes, of <b>course</b>.</p>\n",
    "jsonl": ('{"source": "Hola.", "target": "Hello."}\n{"source": "S\\u00ed, claro.", "target": "Yes, of course."}\n'),
    "markdown": "# Hello.\n\nYes, of *course*.\n",
    "moses": "Hello.\nYes, of course.\n",
    "po": 'msgid "Hola."\nmsgstr "Hello."\n\nmsgid "Sí, claro."\nmsgstr "Yes, of course."\n',
    "text": "Hello.\n\nYes, of course.\n",
    "tsv": "source\ttarget\nHola.\tHello.\nSí, claro.\tYes, of course.\n",
    "xliff": """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="es" target-language="en" original="a" datatype="plaintext"><body>
<trans-unit id="1"><source>Hola.</source><target>Hello.</target></trans-unit>
<trans-unit id="2"><source>Sí, <g id="1">claro</g>.</source><target>Yes, of <g id="1">course</g>.</target></trans-unit>
</body></file></xliff>
""",
}
