/// How stances are scored. Ranges and meanings stand in the key table, `SettingKey.all`.
package struct StanceSettings: Sendable, Equatable {
    /// `base`, `small`, `lexicon`, or the path of a model's file.
    package var model = "base"
    /// The folder of the models; empty for the usual places.
    package var models = ""

    package init() {}
}
