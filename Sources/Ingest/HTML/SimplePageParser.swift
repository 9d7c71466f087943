/// A small parser of our own for simple pages: linear, without recursion, bounded in depth, and without a tree.
package struct SimplePageParser: PageParser {
    package init() {}

    package func page(from html: String) -> Page {
        var copy = html
        return copy.withUTF8 { bytes in
            var tokenizer = HTMLTokenizer(bytes)
            var builder = PageBuilder(bytes)
            while let token = tokenizer.next() { builder.take(token) }
            return builder.finish()
        }
    }
}
