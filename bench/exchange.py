"""Runs an XMILE file with PySD, for `bench/exchange.js`: how far each stock is from ours at the end, as JSON."""
import json
import sys

try:
    import pysd
except ImportError as missing:
    sys.exit(f"no PySD ({missing})")

file, count, months = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
names = [f"apart_{at}" for at in range(count)]
told = pysd.read_xmile(file).run(return_columns=names, return_timestamps=[months])
json.dump({"apart": [float(told[name].iloc[-1]) for name in names], "version": pysd.__version__}, sys.stdout)
