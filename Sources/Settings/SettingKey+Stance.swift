extension SettingKey {
    /// The rows of `stance`: how stances are scored.
    static let stanceKeys: [SettingKey] = [
        SettingKey(
            "stance.model",
            \.stance.model,
            .model,
            flag: "--model",
            "What scores stances: `base`, the most accurate; `small`, several times as fast; `lexicon`, which needs no file"
                + " of weights; or a model's file."
        ),
        SettingKey(
            "stance.models",
            \.stance.models,
            .path(allowsEmpty: true),
            derived: .models,
            "The folder of the files of `base` and `small`."
        ),
    ]
}

extension SettingKey.Derived {
    /// The one variable that is worth a short name: it is set where models are not installed with the programs.
    static let models = Self(text: "$STANDPOINT_MODELS, else where the programs were installed or built") {
        (settings, environment) in
        settings.stance.models = environment[Settings.modelsVariable] ?? ""
    }
}
