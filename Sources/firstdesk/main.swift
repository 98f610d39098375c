print("firstdesk")
