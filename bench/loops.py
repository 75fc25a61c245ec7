"""Counts loops with networkx, for `bench/loops.js`: graphs as JSON on standard input, seconds for each as argument."""
import json
import sys
import time

import networkx

version = tuple(int(part) for part in networkx.__version__.split(".")[:2])
seconds = float(sys.argv[1])
answers = []
for asked in json.load(sys.stdin):
    graph = networkx.DiGraph()
    graph.add_edges_from(asked["pairs"])
    if asked["most"] is not None and version < (3, 1):
        answers.append(None)
        continue
    options = {} if asked["most"] is None else {"length_bound": asked["most"]}
    began = time.perf_counter()
    count, complete = 0, True
    for _ in networkx.simple_cycles(graph, **options):
        count += 1
        if count % 1000 == 0 and time.perf_counter() - began > seconds:
            complete = False
            break
    answers.append({"count": count, "complete": complete, "seconds": time.perf_counter() - began})
json.dump({"version": networkx.__version__, "graphs": answers}, sys.stdout)
