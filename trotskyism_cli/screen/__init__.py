"""What a person sees: renderables and prompts, interactive and plain. Nothing here decides what is right."""
