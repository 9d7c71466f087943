import HTTPTypes
import Hummingbird
import JSON
import Subprocess
import TestSite
import Testing

extension EndToEndTests {
    /// Pages of the web, from a site on loopback to the results.
    @Suite struct WebTests {
        private static func site() async throws -> TestSite {
            try await TestSite { path in
                switch path {
                case "/robots.txt": TestSite.text("User-agent: *\nDisallow: /private/", type: "text/plain")
                case "/moved": TestSite.redirect("/bridge")
                case "/bridge":
                    { request in
                        if request.headers[.ifNoneMatch] == "\"1\"" { return Response(status: .notModified) }
                        let page = """
                            <title>Bridge opens</title><link rel=canonical href=/news/bridge><h1>Bridge opens</h1>
                            <p>Mayor Anna Brandt praised the bridge, which had taken nine years to build.</p>
                            """
                        return try await TestSite.text(page, [.eTag: "\"1\""])(request)
                    }
                case "/picture": TestSite.text("GIF89a", type: "image/gif")
                default: nil
                }
            }
        }

        @Test func `pages are fetched, analysed, and known the next time`() async throws {
            let workspace = try Workspace()
            let site = try await Self.site()
            let data = workspace.data
            let up = try await workspace.whileRunning("up", "--data", data) { up in
                #expect(await up.children(4).count >= 4)
                let common = [
                    "submit", "--wait", "--timeout", "30", "--data", data, "--allow-private", "--rate", "100",
                ]
                let first = try await workspace.run("standpoint", common + [site.url("/moved"), site.url("/picture")])
                #expect(first.status == .exited(1), "\(first.error)")
                #expect(
                    first.error.contains(
                        "/picture: came as image/gif; HTML, plain text and Markdown are taken (content_type)"
                    )
                )
                let id = try #require(first.lines.first?.split(separator: " ").last)
                #expect(first.lines == ["\(site.url("/moved")) \(id)"])
                let again = try await workspace.run("standpoint", common + [site.url("/moved")])
                #expect(again.status == .exited(0), "\(again.error)")
                #expect(again.lines == ["\(site.url("/moved")) \(id) (known)"])
                #expect(again.error.contains("not changed since it was handed in"))
                let whole = try await workspace.run("standpoint", common + ["--refetch", site.url("/moved")])
                #expect(whole.lines == ["\(site.url("/moved")) \(id) (known)"])
            }
            #expect(up.status == .exited(0), "\(up.log)")
            let results = try await workspace.standpoint("results", "--data", data)
            #expect(results.lines.count == 1)
            let article = try results.json()
            #expect(article["title"] == "Bridge opens")
            #expect(article["source"]?["url"] == JSON(site.url("/bridge")))
            #expect(article["canonical_url"] == JSON(site.url("/news/bridge")))
            await site.end()
        }

        @Test func `what may not be fetched is told of with a code, and nothing is handed in`() async throws {
            let workspace = try Workspace()
            let site = try await Self.site()
            let hidden = try await workspace.standpoint("submit", "--dry-run", site.url("/bridge"))
            #expect(hidden.status == .exited(1))
            #expect(
                hidden.error
                    == "standpoint: error: \(site.url("/bridge")): 127.0.0.1 is not on the public"
                    + " Internet; --allow-private fetches it (private_address)\n"
            )
            #expect(site.all.isEmpty)
            let forbidden = try await workspace.standpoint(
                "submit",
                "--dry-run",
                "--allow-private",
                "--rate",
                "100",
                site.url("/private/a"),
                site.url("/bridge")
            )
            #expect(forbidden.status == .exited(1))
            #expect(forbidden.error.contains("robots.txt does not allow it to standpoint (robots)\n"))
            #expect(forbidden.lines.count == 1)
            for arguments in [
                ["submit", "http://a b/"], ["submit", "https://user@paper.example/"], ["run", site.url("/bridge")],
            ] {
                let refused = try await workspace.run("standpoint", arguments)
                #expect(refused.status == .exited(2), "\(arguments): \(refused.error)")
            }
            await site.end()
        }
    }
}
