"""What several tests share: odd media made on the spot, the rules of the source tree."""
