"""Any .docx held against GB/T 9704-2012: what is found, where, what is wanted; knows not how ours is written."""
