"""The server's log: lines for people or JSON, none of which a client can forge or fill with what people stored."""
