/// One row of the table of all settings.
///
/// Reading, the check for unknown keys, the documentation, the shipped file and `standpoint config` are all made from
/// these rows; the default is whatever `Settings()` holds. No key is written down twice.
package struct SettingKey: Sendable {
    /// The dotted name, as flags and the configuration file have it: `queue.max_articles`.
    package let name: String
    /// The type, in words: `duration`, `size`, `whole number`, …
    package let type: String
    /// What is allowed, in words and with the bounds.
    package let allowed: String
    /// The default as it would be written; a description in words if ``isDerived``.
    package let defaultText: String
    /// Whether the default depends on the environment or on other settings.
    package let isDerived: Bool
    /// Whether the value must never be shown.
    package let isSecret: Bool
    /// Whether the value is a list.
    package let isList: Bool
    /// Whether the value is a path, or a list of them.
    package let isPath: Bool
    /// The flag that sets it, as the user writes it, where an executable has one.
    package let flag: String?
    /// What the setting does, in a sentence or two.
    package let documentation: String

    /// Sets the value from its written elements (one, unless ``isList``); false if they are not allowed.
    let assign: @Sendable (inout Settings, [String]) -> Bool
    /// The written elements of the value in force.
    let elements: @Sendable (Settings) -> [String]
    /// Fills in a derived default.
    let derive: (@Sendable (inout Settings, [String: String]) throws(SettingsProblem) -> Void)?

    /// What stands in place of a secret.
    package static let hidden = "<hidden>"
    /// What every environment variable of Standpoint begins with.
    package static let environmentPrefix = "STANDPOINT_"

    /// `STANDPOINT_QUEUE_MAX_ARTICLES` for `queue.max_articles`.
    package var environmentName: String {
        Self.environmentPrefix + name.uppercased().split(separator: ".").joined(separator: "_")
    }

    /// The flag, or the dotted name in the form of one where no executable has a flag of its own for it.
    package var flagName: String { flag ?? "--" + name }

    /// All rows, in the order of the documentation.
    package static let all: [SettingKey] = queueKeys + workerKeys + pipelineKeys + stanceKeys + logKeys
}

extension SettingKey {
    /// A default that depends on the environment or on other settings.
    struct Derived: Sendable {
        /// The rule, in words.
        let text: String
        let apply: @Sendable (inout Settings, [String: String]) throws(SettingsProblem) -> Void
    }

    /// A row whose value lives at `path`, written in `form`.
    init<Value: Sendable>(
        _ name: String,
        _ path: any WritableKeyPath<Settings, Value> & Sendable,
        _ form: ValueForm<Value>,
        derived: Derived? = nil,
        flag: String? = nil,
        isSecret: Bool = false,
        _ documentation: String
    ) {
        self.name = name
        type = form.type
        allowed = form.allowed
        isList = form.isList
        isPath = form.isPath
        isDerived = derived != nil
        defaultText = derived?.text ?? Self.written(form.format(Settings()[keyPath: path]))
        self.isSecret = isSecret
        self.flag = flag
        self.documentation = documentation
        assign = { settings, elements in
            guard let value = form.parse(elements) else { return false }
            settings[keyPath: path] = value
            return true
        }
        elements = { form.format($0[keyPath: path]) }
        derive = derived?.apply
    }

    /// Elements as one text, in the form that flags and environment variables take.
    static func written(_ elements: [String]) -> String { elements.joined(separator: ",") }
}
