import Commands
import JSON
import Service
import Testing

struct EvaluateTests {
    @Test func `segmentation is measured`() throws {
        let gold = #"{"id":"a","text":"It rained. We left.","sentences":[{"start":0,"end":10},{"start":11,"end":19}]}"#
        let result = try outcome(of: EvaluateSegment.self, ["--format", "json", "-"], input: gold)
        let json = try JSONReader.read(result.output)
        #expect(json["documents"] == 1)
        #expect(json["sentences"] == 2)
        #expect(json["f1"] == ["value": 1, "interval": [1, 1]])
        #expect(result.status == .success)
    }

    @Test func `the speed of segmentation is told where passes are asked for`() throws {
        let gold = #"{"id":"a","text":"It rained. We left.","sentences":[{"start":0,"end":10},{"start":11,"end":19}]}"#
        let result = try outcome(of: EvaluateSegment.self, ["--passes", "2", "--format", "json", "-"], input: gold)
        #expect(try JSONReader.read(result.output)["megabytes_per_second"]?.int != nil)
        let without = try outcome(of: EvaluateSegment.self, ["--format", "json", "-"], input: gold)
        #expect(try JSONReader.read(without.output)["megabytes_per_second"] == nil)
    }

    @Test func `a gold span outside of the text fails with its line`() throws {
        let gold = #"{"id":"a","text":"Hi.","sentences":[{"start":0,"end":9}]}"#
        let result = try outcome(of: EvaluateSegment.self, ["-"], input: gold)
        #expect(
            result.errors == [
                "standpoint: error: standard input:1: bad_member: gold span 0 (0..<9) ends beyond the text, which has 3 scalars"
            ]
        )
        #expect(result.status == .failure)
    }

    @Test func `scores are measured in our form and in that of NewsMTSC`() throws {
        let lines = [
            #"{"id":1,"text":"Ann praised Bob.","targets":[{"start":12,"end":15,"label":"favor"}]}"#,
            #"{"sentence_normalized":"Ann praised Bob.","targets":[{"from":12,"to":15,"polarity":2.0}]}"#,
        ]
        let result = try outcome(
            of: EvaluateScore.self,
            ["-", "--format", "json"],
            input: lines.joined(separator: "\n")
        )
        let json = try JSONReader.read(result.output)
        #expect(json["targets"] == 2)
        #expect(json["accuracy"]?["value"] == 0.5)
        #expect(json["gold_favor_predicted_favor"] == 1)
        #expect(json["gold_against_predicted_favor"] == 1)
    }

    @Test func `attributions are measured by sentences and characters`() throws {
        let lines = [
            #"{"text":"“It fell,” Ann Holt said.\nIt rained.","attributions":[{"content":[[0,10]]}]}"#,
            #"{"text":"Ann Holt said it fell.","attributions":[{"content":[[9,30]]}]}"#,
        ]
        let result = try outcome(
            of: EvaluateAttribution.self,
            ["-", "--format", "json"],
            input: lines.joined(separator: "\n")
        )
        let json = try JSONReader.read(result.output)
        #expect(json["documents"] == 1)
        // The quotation has 9 of the 21 characters of its sentence.
        #expect(json["sentences_found"] == 0)
        #expect(json["character_f1"]?["value"] == 1)
        #expect(result.errors.count == 1 && result.errors[0].contains("standard input:2: "))
        #expect(result.status == .failure)
    }

    @Test func `extraction is measured, and what is compressed is named`() throws {
        let page =
            "<html><head><title>A Bridge Too Old</title></head><body><p>The old bridge will close in May.</p></body></html>"
        let lines = [
            #"{"id":1,"html":"\#(page)","title":"A Bridge too Old","paragraphs":[{"text":"The old bridge will close in May."}]}"#,
            #"{"id":2,"html":"page.html.gz"}"#, #"{"id":3,"html":"none.html"}"#,
        ]
        let result = try outcome(
            of: EvaluateExtract.self,
            ["-", "--format", "json"],
            input: lines.joined(separator: "\n")
        )
        let json = try JSONReader.read(result.output)
        #expect(json["pages"] == 1)
        #expect(json["title_exact"] == ["value": 1, "interval": [1, 1], "count": 1])
        #expect(json["shingle_recall"]?["value"] == 1)
        #expect(
            result.errors == [
                "standpoint: error: standard input:2: bad_member: "
                    + "page.html.gz: compressed; unpack it with gunzip and name the unpacked file",
                "standpoint: error: standard input:3: bad_member: "
                    + "none.html: no such file from the folder of the data or the one above it",
            ]
        )
    }

    @Test func `figures for people are percentages`() throws {
        let gold = #"{"id":"a","text":"It rained.","sentences":[{"start":0,"end":10}]}"#
        let output = try outcome(of: EvaluateSegment.self, ["-"], input: gold).output
        #expect(output.hasPrefix("documents            1\nsentences            1\n"))
        #expect(output.contains("f1               100.00  100.00 – 100.00\n"))
    }
}
