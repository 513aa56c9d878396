# Writes OUTPUT, a C++ file that holds the house style (STYLE) as text.
file(READ ${STYLE} text)
file(WRITE ${OUTPUT}.new "#include \"review/style_rules.h\"\n\nnamespace keel {\n
const Source& base_style() {\n  static const Source source(\"dialogs/style.txt\", R\"keel~~(${text})keel~~\");\n  return source;\n}\n
}  // namespace keel\n")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
