import Testing
import Wire

struct RolesTests {
    /// The roles of which one is enough, by what is said; what only the queue says is refused elsewhere.
    static let able: [String: Roles] = [
        "hello": .worker, "done": .worker, "fail": .worker, "bye": .worker, "ping": .all, "pong": .all,
        "submit": .client, "query retry": .client, "query drop": .client,
        "query status": [.client, .observer], "query results": [.client, .observer],
        "query article": [.client, .observer], "query dead": [.client, .observer],
        "query audit": [.client, .observer],
        "welcome": .all, "task": .all, "drain": .all, "accepted": .all, "busy": .all, "answer": .all, "refused": .all,
    ]

    @Test func `each role may say just what it is for`() throws {
        let questions = Query.What.allCases.map { Header.query(Query(n: 1, what: $0)) }
        let headers = Headers.all.map(\.header) + questions
        #expect(Set(headers.map(\.subject)) == Set(Self.able.keys))
        for header in headers {
            let roles = try #require(Self.able[header.subject])
            for role in [Roles.worker, .client, .observer] {
                #expect(role.allow(header) == roles.contains(role), "\(role) \(header.subject)")
            }
            #expect(Roles.all.allow(header))
            #expect(!Roles().allow(header), "\(header.subject)")
        }
    }

    static let written: [(String, Roles)] = [
        ("worker", .worker), ("client", .client), ("observer", .observer), ("client,worker", [.worker, .client]),
    ]

    @Test(arguments: written)
    func `names are read, and written in one order`(text: String, roles: Roles) {
        #expect(Roles(text) == roles)
        #expect(Roles("\(roles)") == roles)
    }

    @Test(arguments: ["", ",", "worker,", "Worker", "worker,worker", "operator", "worker client", "all"])
    func `what is no role is none`(text: String) { #expect(Roles(text) == nil) }

    @Test func `the number of a request is known, and only of requests`() {
        #expect(Header.submit(Submit(n: 4, key: nil)).requestNumber == 4)
        #expect(Header.query(Query(n: 5, what: .audit)).requestNumber == 5)
        #expect(Header.ping(6).requestNumber == nil)
        #expect(Header.query(Query(n: 5, what: .retry)).subject == "query retry")
    }
}
