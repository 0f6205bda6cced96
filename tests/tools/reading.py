"""Prints how hard the pages to read are: `reading.py dist/learn/*.html`.

Two measures of PyPI's textstat that count letters and sentences, as school years of the USA: grade 5 is read at 10 to 11,
grade 6 at 11 to 12. Those that count syllables would fetch a dictionary from elsewhere first.
Only what stands between headings and the sources counts; names of medicines, conditions and publications are what they are.
Names that stand in the browser (`<code>`) are left out.
"""

import html
import re
import sys

import textstat

WANTED = 6.0
# Pages over it, and why they stay so.
EXPLAINED = {
    "help": "a warning sign is one sentence of what to do, whom to call and why, with the emergency number in it",
    "index": "a list of what each page is about, which names its subjects and has few full stops",
}


def words(page):
    """The paragraphs and list items of the main part, without numbers of sources and without the list of them."""
    main = page.split("<main", 1)[1].split('<section class="ql-part" id="use">', 1)[0]
    main = re.sub(r"<details.*?</details>|<code>.*?</code>|<sup>.*?</sup>|<nav.*?</nav>|<svg.*?</svg>", " ", main, flags=re.S)
    parts = re.findall(r"<(?:p|li|dd)[^>]*>(.*?)</(?:p|li|dd)>", main, flags=re.S)
    texts = [html.unescape(re.sub(r"<[^>]+>", "", part)).replace("\u00a0", " ").strip() for part in parts]
    return " ".join(text if text.endswith((".", "?", "”")) else text + "." for text in texts if text)


hard = {}
print(f"{'page':<20}{'words':>7}{'Automated Readability Index':>30}{'Coleman-Liau':>15}")
for path in sorted(sys.argv[1:]):
    with open(path, encoding="utf-8") as file:
        text = words(file.read())
    name = path.rsplit("/", 1)[-1].removesuffix(".html")
    grade, other = textstat.automated_readability_index(text), textstat.coleman_liau_index(text)
    if grade > WANTED:
        hard[name] = EXPLAINED.get(name)
    print(f"{name:<20}{len(text.split()):>7}{grade:>30.1f}{other:>15.1f}")
for name, why in hard.items():
    print(f"{name} is over grade {WANTED}: {why or 'not explained yet'}")
sys.exit(any(why is None for why in hard.values()))
