-- As of statements: a value is looked up in each part, a block for each column.
ALTER TABLE statement_keys MODIFY SETTING min_compress_block_size = 8192
