-- A list of fifty statements reads fifty places in six columns: a block of 64 KiB for each was half of its time. What is stored already
-- follows as it is merged.
ALTER TABLE statements MODIFY SETTING min_compress_block_size = 8192
