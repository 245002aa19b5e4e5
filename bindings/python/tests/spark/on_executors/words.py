"""What the driver and the executors both know."""
DEADLY = "这一篇谁读谁死"
