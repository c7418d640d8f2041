"""The process that serves: it keeps workers and the tasks process running, and ends them in good order."""
