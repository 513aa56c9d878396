# Writes OUTPUT, a C++ file that holds the JSON Schema INPUT as text. In pieces, because a literal may not be long.
file(READ ${INPUT} text)
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(APPEND pieces "    R\"keel~~(${piece})keel~~\"\n")
  math(EXPR at "${at} + 8000")
endwhile()
file(WRITE ${OUTPUT}.new "#include \"canonical/program_json.h\"\n\nnamespace keel {\n
std::string_view program_schema() {\n  return\n${pieces}      ;\n}\n
}  // namespace keel\n")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
