internal import HTTPTypes
internal import Hummingbird
internal import JSON

/// Why a request came to nothing: its answer.
struct HTTPFault: Error {
    var status: HTTPResponse.Status
    /// For programs.
    var code: String
    /// For people: what is wrong, and what to do.
    var reason: String
    var headers: HTTPFields = [:]

    init(_ status: HTTPResponse.Status, _ code: String, _ reason: String, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.reason = reason
        self.headers = headers
    }

    /// 503 with the time after which to try again.
    static func later(_ code: String, _ reason: String, after pause: Duration = .seconds(1)) -> HTTPFault {
        let seconds = max(1, Int((pause / .seconds(1)).rounded(.up)))
        return HTTPFault(.serviceUnavailable, code, reason, headers: [.retryAfter: "\(seconds)"])
    }

    var response: Response {
        Response(
            status,
            ["error": ["code": JSON(code), "reason": JSON(reason)]],
            headers: headers
        )
    }
}

extension Response {
    init(_ status: HTTPResponse.Status, _ json: JSON, headers: HTTPFields = [:]) {
        self.init(status, bytes: json.encoded(), headers: headers)
    }

    /// - Parameter bytes: JSON.
    init(_ status: HTTPResponse.Status, bytes: [UInt8], headers: HTTPFields = [:]) {
        var headers = headers
        headers[.contentType] = "application/json"
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
