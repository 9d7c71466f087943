import Article
import Testing

struct `Line breaks` {
    @Test func `a hard-wrapped text is joined where lines are full`() throws {
        let text = """
            The dam was built in the years when the valley still believed in dams,
            and nobody alive remembers the river that was there before it. Those who
            do not remember must read.
            The council does not read. It votes, and then it asks its engineers to
            explain to it what it has voted for.
            """
        #expect(try paragraphs(text).map { $0.prefix(9) } == ["The dam w", "The counc"])
    }

    @Test func `lines that are paragraphs stay apart`() throws {
        let text = """
            The dam was built in the years when the valley still believed in dams, and it has held since.
            Nobody alive remembers the river that was there before it, and few have asked about it.
            The council does not read. It votes.
            """
        #expect(try paragraphs(text).count == 3)
    }

    @Test func `a menu on lines of its own is not joined`() throws {
        #expect(
            try paragraphs("Water\nEarth\nFire\n\nThe dam has held for all the years since it was built.").count == 4
        )
    }

    @Test func `a list item keeps its indented second line`() throws {
        #expect(try paragraphs("The list:\n\n- the first item goes on\n  over a second line\n- the second").count == 3)
    }

    private func paragraphs(_ text: String) throws -> [String] {
        let article = try ingest(text)
        let scalars = ScalarText(article.text)
        return try #require(article.blocks).map { scalars[$0.span] }
    }
}
