# Writes OUTPUT, a C++ file that holds a pack (FILES, relative to ROOT) as text: what FUNCTION of HEADER returns.
if(NOT FUNCTION)
  set(FUNCTION base_pack)
  set(HEADER embed/base_pack.h)
endif()
file(READ ${FILES_LIST} FILES)
string(STRIP "${FILES}" FILES)
set(rows "")
foreach(file ${FILES})
  file(READ ${ROOT}/${file} text)
  string(APPEND rows "    {\"${file}\", R\"keel~~(${text})keel~~\"},\n")
endforeach()
file(WRITE ${OUTPUT}.new "#include \"${HEADER}\"\n\nnamespace keel {\n
const std::vector<PackFile>& ${FUNCTION}() {\n  static const std::vector<PackFile> files = {\n${rows}  };\n  return files;\n}\n
}  // namespace keel\n")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
