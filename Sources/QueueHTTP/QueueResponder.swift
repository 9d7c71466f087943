internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import Logging
internal import Wire
internal import ZeroMQ

/// Answers requests by asking the queue.
struct QueueResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let line: QueueLine
    let callers: CallerCheck
    let maximumBody: Int
    let budget: ByteBudget
    let health: Health

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        do { return try await answer(request) } catch let fault as HTTPFault {
            return fault.response
        } catch let failure as QueueLine.Failure {
            return Self.fault(failure).response
        }
    }

    private func answer(_ request: Request) async throws -> Response {
        let path = request.uri.path
        if path == "/healthz" {
            try Self.demand(.get, request)
            return try await health.response(line)
        }
        try callers.admit(request)
        switch path {
        case "/api/v1/articles":
            try Self.demand(.post, request)
            return try await submit(request)
        case "/api/v1/status":
            try Self.demand(.get, request)
            return try await ask(.status)
        default:
            guard path.hasPrefix("/api/v1/articles/") else {
                throw HTTPFault(.notFound, "no_such_path", "there is /api/v1/articles, /api/v1/status and /healthz")
            }
            try Self.demand(.get, request)
            let name = path.dropFirst("/api/v1/articles/".count)
            guard let id = ArticleID(String(name)) else {
                throw HTTPFault(.badRequest, "bad_article", "an article's id has 32 lower-case hexadecimal digits")
            }
            return try await ask(.article, ["article": JSON("\(id)")])
        }
    }

    private static func demand(_ method: HTTPRequest.Method, _ request: Request) throws(HTTPFault) {
        guard request.method == method else {
            throw HTTPFault(
                .methodNotAllowed,
                "bad_method",
                "only \(method.rawValue) is allowed here",
                headers: [.allow: method.rawValue]
            )
        }
    }

    // MARK: Submitting

    private func submit(_ request: Request) async throws -> Response {
        let type = try MediaType(request.headers)
        let charset = try type.charset(request.headers)
        let query = try QueryItems(request.uri.query)
        let share = ByteBudget.Share(budget)
        let bytes = try await body(of: request, share)
        let submission = try SubmissionRequest(type, charset, query, bytes)
        guard submission.body.count <= maximumBody else { throw tooLarge }
        let reply = try await line.ask(body: submission.body) { n in
            .submit(Submit(n: n, key: submission.key, priority: submission.priority))
        }
        switch reply {
        case .accepted(let accepted):
            return Response(
                .accepted,
                ["article": JSON("\(accepted.article)"), "duplicate": JSON(accepted.duplicate)],
                headers: [.location: "/api/v1/articles/\(accepted.article)"]
            )
        case .busy(let pause):
            throw HTTPFault.later("busy", "the queue takes nothing more at present; send it again later", after: pause)
        case .refused(let refusal): throw fault(refusal)
        case .answer: throw Self.nonsense
        }
    }

    /// Reads the body, and no more of it than is allowed.
    private func body(of request: Request, _ share: ByteBudget.Share) async throws -> [UInt8] {
        let isChunked = request.headers[.transferEncoding] != nil
        let length = request.headers[.contentLength].flatMap { Int($0) }
        guard isChunked || length != nil else {
            let reason = "send the body's length: Content-Length, or Transfer-Encoding: chunked"
            throw HTTPFault(.lengthRequired, "no_length", reason)
        }
        if let length, length > maximumBody { throw tooLarge }
        var bytes: [UInt8] = []
        do {
            for try await buffer in request.body {
                guard bytes.count + buffer.readableBytes <= maximumBody else { throw tooLarge }
                // Twice: once as it came, and once as it goes to the queue.
                guard share.take(2 * buffer.readableBytes) else {
                    throw HTTPFault.later("busy", "too many bodies are on their way at once; send it again later")
                }
                bytes.append(contentsOf: buffer.readableBytesView)
            }
        } catch let fault as HTTPFault {
            throw fault
        } catch {
            throw Self.incomplete
        }
        // Half an article must never be taken for a whole one.
        guard length == nil || length == bytes.count else { throw Self.incomplete }
        return bytes
    }

    private static var incomplete: HTTPFault {
        HTTPFault(.badRequest, "incomplete", "the connection ended before the body did; send it again")
    }

    private var tooLarge: HTTPFault {
        HTTPFault(
            .contentTooLarge,
            "too_large",
            "at most \(maximumBody) bytes are allowed, as JSON (queue.max_body)"
        )
    }

    // MARK: Asking

    private func ask(_ what: Query.What, _ parameters: JSONObject = [:]) async throws -> Response {
        switch try await line.ask({ n in .query(Query(n: n, what: what, parameters: parameters)) }) {
        case .answer(let bytes): return Response(.ok, bytes: bytes)
        case .refused(let refusal): throw fault(refusal)
        case .busy(let pause): throw HTTPFault.later("busy", "the queue is busy; ask again later", after: pause)
        case .accepted: throw Self.nonsense
        }
    }

    private func fault(_ refusal: Refusal) -> HTTPFault {
        switch refusal.code {
        case "no_such_article": HTTPFault(.notFound, refusal.code, refusal.reason)
        case "too_large": HTTPFault(.contentTooLarge, refusal.code, refusal.reason)
        case "draining", "unread_answers": .later(refusal.code, "the queue can't answer now; ask again later")
        case "internal": HTTPFault(.internalServerError, refusal.code, "the queue can't read its journal; see its log")
        default: HTTPFault(.badRequest, refusal.code, refusal.reason)
        }
    }

    private static func fault(_ failure: QueueLine.Failure) -> HTTPFault {
        switch failure {
        case .noAnswer:
            .later(
                "no_answer",
                "the queue has not answered in time; what was sent can be sent again, for it is taken once"
            )
        case .closed: .later("ending", "the queue is about to end; send it again when it is back")
        }
    }

    private static var nonsense: HTTPFault {
        HTTPFault(.internalServerError, "internal", "the queue gave an answer to something else")
    }
}
