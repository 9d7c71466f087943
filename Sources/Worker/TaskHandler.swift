package import Wire

/// What a worker does with a task: bytes in, bytes out. Called on the thread of a slot, one task at a time a slot.
package protocol TaskHandler: Sendable {
    var stage: StageName { get }
    var model: String? { get }
    /// - Parameter body: The article so far, as JSON.
    /// - Returns: The article with this stage's part.
    /// - Throws: ``TaskFailure`` where the task can't be done.
    func handle(_ task: TaskOffer, body: [UInt8]) throws(TaskFailure) -> TaskResult
}

/// What has become of a task that was done.
package struct TaskResult: Hashable, Sendable {
    /// The article, as JSON.
    package var body: [UInt8]
    /// Of the article's text, where the stage makes one.
    package var sketch: Sketch?

    package init(_ body: [UInt8], sketch: Sketch? = nil) {
        self.body = body
        self.sketch = sketch
    }
}

/// Why a task is given back undone.
package struct TaskFailure: Error, Hashable, Sendable {
    package var code: String
    package var reason: String
    package var isRetryable: Bool

    package init(code: String, reason: String, isRetryable: Bool) {
        self.code = code
        self.reason = reason
        self.isRetryable = isRetryable
    }
}
