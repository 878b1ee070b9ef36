"""aimatch inside of other libraries. Each integration imports its library, so import it only where that is wanted."""
