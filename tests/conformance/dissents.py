"""Which of our checks the rules of other tools are about, and where we judge otherwise on purpose."""

from __future__ import annotations

_SIZES = "bounds on the size of one text, set by the user for a corpus; a translation has no right length of its own"
_LETTERS = "the share of letters or of long words says whether a line suits a corpus, not whether it is well translated"
_PATTERNS = "patterns that the user writes; there is no check that takes a pair of regular expressions"

ABOUT: dict[str, tuple[str, ...]] = {
    "dennis BlankLintRule": ("empty",),
    "dennis UnchangedLintRule": ("untranslated",),
    "dennis MismatchedHTMLLintRule": ("tags",),
    "issues numbers": ("number-mismatch",),
    "issues same": ("untranslated",),
    "issues residue": ("untranslated",),
    "neokapi dnt": ("do-not-translate",),
    "neokapi placeholder": ("placeholders", "tags"),
    "neokapi qa:any": ("empty", "untranslated", "spacing", "doubled-word", "number-mismatch", "length"),
    "neokapi qa:empty-target": ("empty",),
    "neokapi qa:leading-whitespace": ("edge-space",),
    "neokapi qa:trailing-whitespace": ("edge-space",),
    "neokapi qa:double-spaces": ("spacing",),
    "neokapi qa:target-same-as-source": ("untranslated",),
    "neokapi doubled-word": ("doubled-word",),
    "okapi testMISSING_TARGETTU": ("empty",),
    "okapi testEMPTY_TARGETSEG": ("empty",),
    "okapi testEMPTY_SOURCESEG": ("extra-sentence",),
    "okapi testMISSINGORDIFF_LEADINGWS": ("edge-space",),
    "okapi testMISSINGORDIFF_TRAILINGWS": ("edge-space",),
    "okapi testEXTRAORDIFF_LEADINGWS": ("edge-space",),
    "okapi testEXTRAORDIFF_TRAILINGWS": ("edge-space",),
    "okapi testMISSING_PATTERN": ("placeholders",),
    "okapi testMISSING_PATTERN_ForURL": ("links",),
    "okapi testRULES_PRIORITYLOW": ("unpaired",),
    "okapi testRULES_PRIORITYMEDIUM": ("links",),
    "okapi testRULES_PRIORITYHIGH": ("placeholders",),
    "okapi testTARGET_SAME_AS_SOURCE": ("untranslated",),
    "okapi testTARGET_SAME_AS_SOURCE_withoutWords": ("untranslated",),
    "okapi testTARGET_SAME_AS_SOURCE_NoIssue": ("untranslated", "empty"),
    "okapi testTargetSameAsSourceNoPatterns": ("untranslated",),
    "okapi testTargetSameAsSourceWithPattern": ("untranslated",),
    "okapi testTargetSameAsSourceWithComplexPatterns": ("untranslated",),
    "okapi testTargetSameAsSourceHavingNumbers": ("untranslated",),
    "okapi testNoIssues": ("empty", "untranslated", "spacing", "doubled-word", "number-mismatch", "length"),
    "okapi testDoubleWordForReal": ("doubled-word",),
    "okapi testDoubleWordExceptions": ("doubled-word",),
    "opuscleaner num_mismatch": ("number-mismatch",),
    "opuscleaner url_mismatch": ("links",),
    "opuscleaner currency_mismatch": ("currency-unit",),
    "opusfilter LongestCommonSubstringFilter": ("untranslated",),
    "opusfilter SimilarityFilter": ("untranslated",),
    "opusfilter RepetitionFilter": ("doubled-word",),
}

OUT_OF_SCOPE: dict[str, str] = {
    "okapi testMaxLength": _SIZES,
    "okapi testMinLength": _SIZES,
    "okapi testTERMINOLOGY": "its term list is a file of Okapi's own, which the tuple does not carry",
    "okapi PatternsChecker": _PATTERNS,
    "opusfilter LengthFilter": _SIZES,
    "opusfilter LengthRatioFilter": "its pairs are Chinese, where a word has one character or two",
    "opusfilter LongWordFilter": _LETTERS,
    "opusfilter AverageWordLengthFilter": _LETTERS,
    "opusfilter AlphabetRatioFilter": _LETTERS,
    "opusfilter RegExpFilter": _PATTERNS,
    "opusfilter HtmlTagFilter": "it refuses every tag, also where source and target have the same; tags are no fault",
}

_COPIED = (
    "a copy of what is not Spanish: names, codes and figures stay as they are, so only Spanish that was left counts"
)
_ALIKE = (
    "likeness of the two sides by letters, of words that are not Spanish; cognates and names are alike in good pairs"
)
_TWICE = "the filter allows some repetitions; a word that stands twice in a row is a fault at once"
_INSIDE = "a repetition of letters inside one word, of which no sentence is made"

DISSENTS: dict[str, str] = {
    "dennis-00047": "a PO file may have entries yet to be translated; here the reviewer must know of them",
    "okapi-00003": "a document without any source is a rendering alone, which nothing can be added to",
    "okapi-00025": "French reflexive verbs; in English, a word that stands twice is none of them",
    "opuscleaner-00004": "the filter allows half of the numbers to differ; here each one counts",
    "opuscleaner-00006": "a code that begins with zeros is another one without them: agent 007 is not agent 7",
    "opuscleaner-00009": "a plus sign changes no value",
    "opuscleaner-00020": "both addresses are there; in which order a sentence names them is the translator's choice",
    "opuscleaner-00032": "a dollar sign and AUD: the Australian dollar is a dollar, and the source says so too",
    "opuscleaner-00046": "a dollar sign and USD are the same money",
    "dennis-00048": _COPIED,
    "neokapi-00016": _COPIED,
    "okapi-00008": _COPIED,
    "okapi-00027": _COPIED,
    "okapi-00028": _COPIED,
    "okapi-00031": _COPIED,
    "okapi-00034": _COPIED,
    "opusfilter-00051": _COPIED,
    "opusfilter-00058": _COPIED,
    "opusfilter-00060": _COPIED,
    "opusfilter-00063": _COPIED,
    "opusfilter-00067": _COPIED,
    "opusfilter-00070": _COPIED,
    "opusfilter-00074": _COPIED,
    "opusfilter-00077": _COPIED,
    "opusfilter-00081": _COPIED,
    "opusfilter-00056": _ALIKE,
    "opusfilter-00057": _ALIKE,
    "opusfilter-00064": _ALIKE,
    "opusfilter-00065": _ALIKE,
    "opusfilter-00069": _ALIKE,
    "opusfilter-00071": _ALIKE,
    "opusfilter-00072": _ALIKE,
    "opusfilter-00083": _ALIKE,
    "opusfilter-00084": _ALIKE,
    "opusfilter-00085": _ALIKE,
    "opusfilter-00098": _TWICE,
    "opusfilter-00099": _TWICE,
    "opusfilter-00102": _TWICE,
    "opusfilter-00105": _TWICE,
    "opusfilter-00117": _TWICE,
    "opusfilter-00094": _INSIDE,
    "opusfilter-00106": _INSIDE,
    "opusfilter-00107": _INSIDE,
    "opusfilter-00109": _INSIDE,
    "opusfilter-00110": _INSIDE,
    "opusfilter-00124": "a repeated phrase in Spanish, which is reported as left untranslated",
    "opusfilter-00125": "as opusfilter-00124",
    "opusfilter-00130": "the source repeats a word as well; who repeats it once less has changed nothing",
}
