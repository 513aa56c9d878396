// vectors.bin as read-only data of the program, see gloss_table.h.
  .section .rodata
  .balign 16
  .global keel_gloss_table
  .global keel_gloss_table_end
keel_gloss_table:
  .incbin "vectors.bin"
keel_gloss_table_end:
  .section .note.GNU-stack, "", %progbits
