"""The other extractors, each as a function from a page to what `evaluate extract --predictions` scores."""


def paragraphs(text):
    return [line for line in (text or "").split("\n") if line.strip()]


def trafilatura(**options):
    import trafilatura as package

    def extract(html):
        found = package.bare_extraction(html, with_metadata=True, include_comments=False, **options)
        if found is None:
            return {}
        found = found if isinstance(found, dict) else found.as_dict()
        authors = found.get("author")
        return {
            "paragraphs": paragraphs(found.get("text")), "title": found.get("title"),
            "subtitle": found.get("description"), "authors": authors.split("; ") if authors else [],
            "date": found.get("date"),
        }
    return extract


def readability():
    import lxml.html
    import readability as package

    def extract(html):
        document = package.Document(html)
        tree = lxml.html.fromstring(document.summary())
        blocks = tree.xpath("//p|//h2|//h3|//h4|//li|//blockquote[not(p)]|//pre")
        return {"paragraphs": [" ".join(block.text_content().split()) for block in blocks], "title": document.short_title()}
    return extract


def newspaper4k():
    import newspaper as package

    def extract(html):
        article = package.Article("http://example.org/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return {
            "paragraphs": paragraphs(article.text), "title": article.title, "authors": article.authors,
            "subtitle": article.meta_description, "date": str(article.publish_date) if article.publish_date else None,
        }
    return extract


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    options = dict(main_content=True, alt_texts=False, links=False, form_fields=False, noscript=False)
    return lambda html: {"paragraphs": paragraphs(extract_plain_text(html, **options))}


def justext():
    import justext as package
    words = package.get_stoplist("English")
    return lambda html: {
        "paragraphs": [block.text for block in package.justext(html.encode(), words, encoding="utf-8") if not block.is_boilerplate]
    }


PEERS = {
    "trafilatura, precision": ("trafilatura", lambda: trafilatura(favor_precision=True)),
    "trafilatura, fast": ("trafilatura", lambda: trafilatura(fast=True)),
    "readability-lxml": ("readability-lxml", readability),
    "newspaper4k": ("newspaper4k", newspaper4k),
    "resiliparse": ("resiliparse", resiliparse),
    "jusText": ("jusText", justext),
}
