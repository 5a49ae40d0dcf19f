"""The encoder and all that runs on it: the only place that may import torch and transformers, and only when asked."""
