"""Train the estimator: examples, states of frozen encoders, a head over them, its evaluation and calibration."""
