extension Theme {
    /// The built-in default, equal to `themes/bank-blue.json`: it is there even when no theme file can be found or read.
    public static let bankBlue = Theme(
        name: "bank-blue",
        author: "FirstDesk",
        styles: [
            .text: look(0xE3EBF5, 0x10233C, basic: 7, 4, [], mono: []),
            .dim: look(0x9DB2CA, 0x10233C, basic: 6, 4, [], mono: [.dim]),
            .title: look(0xFFFFFF, 0x1D4E89, basic: 0, 6, [.bold], mono: [.reverse]),
            .rule: look(0x4F749F, 0x10233C, basic: 6, 4, [], mono: [.dim]),
            .heading: look(0x8FC7FF, 0x10233C, basic: 14, 4, [.bold], mono: [.bold]),
            .key: look(0xFFD479, 0x10233C, basic: 11, 4, [.bold], mono: [.bold]),
            .keyLabel: look(0xE3EBF5, 0x10233C, basic: 7, 4, [], mono: []),
            .label: look(0xB9CBE0, 0x10233C, basic: 15, 4, [], mono: []),
            .required: look(0xFF9A8F, 0x10233C, basic: 9, 4, [.bold], mono: [.bold]),
            .field: look(0xE3EBF5, 0x1C3857, basic: 7, 0, [], mono: [.underline]),
            .fieldFocused: look(0x0B1A2C, 0xD8E8FA, basic: 0, 15, [], mono: [.bold, .underline]),
            .hint: look(0x9DB2CA, 0x1C3857, basic: 6, 0, [], mono: [.dim, .underline]),
            .selected: look(0xFFFFFF, 0x2A64A8, basic: 0, 7, [.bold], mono: [.reverse]),
            .overdue: look(0xFF9A8F, 0x10233C, basic: 9, 4, [.bold], mono: [.bold]),
            .dueSoon: look(0xFFCF66, 0x10233C, basic: 11, 4, [], mono: [.underline]),
            .signed: look(0x93DBA4, 0x10233C, basic: 10, 4, [], mono: [.dim]),
            .good: look(0x93DBA4, 0x10233C, basic: 10, 4, [], mono: []),
            .error: look(0xFF9A8F, 0x10233C, basic: 9, 4, [.bold], mono: [.bold]),
            .warning: look(0xFFCF66, 0x10233C, basic: 11, 4, [], mono: [.bold]),
            .notice: look(0xA8D4FF, 0x10233C, basic: 14, 4, [], mono: []),
            .practice: look(0x1D1400, 0xFFCF66, basic: 0, 3, [.bold], mono: [.bold, .reverse]),
            .dialog: look(0x0F2038, 0xD5E2F0, basic: 0, 7, [], mono: []),
            .dialogTitle: look(0x0B3D7A, 0xD5E2F0, basic: 4, 7, [.bold], mono: [.bold]),
            .button: look(0x0F2038, 0xD5E2F0, basic: 0, 7, [], mono: []),
            .buttonFocused: look(0xFFFFFF, 0x2A64A8, basic: 0, 7, [.bold], mono: [.reverse]),
            .link: look(0x8FC7FF, 0x10233C, basic: 14, 4, [.underline], mono: [.underline]),
        ]
    )

    /// The built-in look without colours, for `NO_COLOR` and terminals that have none; equal to `themes/mono.json`.
    public static let mono = Theme(
        name: "mono",
        author: "FirstDesk",
        styles: Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                let plain = bankBlue.style(role, .mono)
                return (role, RoleStyle(rich: plain, basic: plain, mono: plain))
            }
        )
    )

    private static func look(
        _ foreground: Int,
        _ background: Int,
        basic basicForeground: Int,
        _ basicBackground: Int,
        _ attributes: TextAttributes,
        mono: TextAttributes
    ) -> RoleStyle {
        func rgb(_ value: Int) -> Colour { .rgb(value >> 16, value >> 8 & 0xFF, value & 0xFF) }
        return RoleStyle(
            rich: Style(foreground: rgb(foreground), background: rgb(background), attributes: attributes),
            basic: Style(foreground: .index(basicForeground), background: .index(basicBackground), attributes: attributes),
            mono: Style(attributes: mono)
        )
    }
}
