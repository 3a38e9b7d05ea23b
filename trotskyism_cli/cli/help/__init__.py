"""What somebody is told who asks how a command is typed, types it wrongly, or presses Tab. Only `app` calls it."""
