extension Theme {
    /// The built-in default, equal to `themes/bank-blue.json`: it is there even when no theme file can be found or read.
    public static let bankBlue = Theme(
        name: "bank-blue",
        author: "FirstDesk",
        styles: [
            .text: look(0xEEEEEE, 0x00005F, basic: 7, 4, [], mono: []),
            .dim: look(0xAFAFD7, 0x00005F, basic: 6, 4, [], mono: [.dim]),
            .title: look(0xFFFFFF, 0x005FAF, basic: 0, 6, [.bold], mono: [.reverse]),
            .rule: look(0x5F5FAF, 0x00005F, basic: 6, 4, [], mono: [.dim]),
            .heading: look(0x87D7FF, 0x00005F, basic: 14, 4, [.bold], mono: [.bold]),
            .key: look(0xFFD787, 0x00005F, basic: 11, 4, [.bold], mono: [.bold]),
            .keyLabel: look(0xEEEEEE, 0x00005F, basic: 7, 4, [], mono: []),
            .label: look(0xD7D7FF, 0x00005F, basic: 15, 4, [], mono: []),
            .required: look(0xFFAFAF, 0x00005F, basic: 9, 4, [.bold], mono: [.bold]),
            .field: look(0xEEEEEE, 0x000087, basic: 7, 0, [], mono: [.underline]),
            .fieldFocused: look(0x00005F, 0xD7FFFF, basic: 0, 15, [], mono: [.bold, .underline]),
            .hint: look(0xAFAFD7, 0x000087, basic: 6, 0, [], mono: [.dim, .underline]),
            .hintFocused: look(0x5F5F87, 0xD7FFFF, basic: 4, 15, [], mono: [.dim, .underline]),
            .selected: look(0xFFFFFF, 0x005FD7, basic: 0, 7, [], mono: [.reverse]),
            .overdue: look(0xFFAFAF, 0x00005F, basic: 9, 4, [.bold], mono: [.bold]),
            .dueSoon: look(0xFFD75F, 0x00005F, basic: 11, 4, [], mono: [.underline]),
            .signed: look(0x87D7AF, 0x00005F, basic: 10, 4, [], mono: [.dim]),
            .good: look(0x87D7AF, 0x00005F, basic: 10, 4, [], mono: []),
            .error: look(0xFFAFAF, 0x00005F, basic: 9, 4, [.bold], mono: [.bold]),
            .warning: look(0xFFD75F, 0x00005F, basic: 11, 4, [], mono: [.bold]),
            .notice: look(0xAFD7FF, 0x00005F, basic: 14, 4, [], mono: []),
            .practice: look(0x000000, 0xFFD75F, basic: 0, 3, [.bold], mono: [.bold, .reverse]),
            .dialog: look(0x00005F, 0xD7D7FF, basic: 0, 7, [], mono: []),
            .dialogTitle: look(0x0000AF, 0xD7D7FF, basic: 4, 7, [.bold], mono: [.bold]),
            .button: look(0x00005F, 0xD7D7FF, basic: 0, 7, [], mono: []),
            .buttonFocused: look(0xFFFFFF, 0x005FD7, basic: 0, 7, [.bold], mono: [.reverse]),
            .link: look(0x87D7FF, 0x00005F, basic: 14, 4, [.underline], mono: [.underline]),
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
